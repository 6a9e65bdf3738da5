import type { Notice } from './notice';

/** That something lies in the postbox. Neither what, nor how much, nor for whom: whoever reads along learns nothing. */
export const postNotice: Notice = {
  de: ({ serviceName }) => ({
    subject: 'Neue Post in Ihrem Postfach',
    paragraphs: [
      `In Ihrem Postfach der ${serviceName} liegt etwas Neues.`,
      'Melden Sie sich an, um es zu lesen. In dieser E-Mail steht aus gutem Grund kein Link: So erkennen Sie, dass sie von uns ist.',
    ],
    sms: `${serviceName}: In Ihrem Postfach liegt etwas Neues.`,
  }),
  en: ({ serviceName }) => ({
    subject: 'New post in your postbox',
    paragraphs: [
      `There is something new in your postbox of the ${serviceName}.`,
      'Log in to read it. There is no link in this e-mail for a good reason: that is how you know it is from us.',
    ],
    sms: `${serviceName}: there is something new in your postbox.`,
  }),
};
