import { Injectable } from '@nestjs/common';
import { Branding } from '../config/branding';
import { AppConfig } from '../config/app-config';
import type { Language } from '../http/problems/language';
import type { MailMessage } from './message';

/** What a mail says, without its frame. `code` is set apart in large type, after the word "Code". */
export interface MailContent {
  subject: string;
  paragraphs: string[];
  code?: string;
}

const closing = {
  de: { greeting: 'Guten Tag,', farewell: 'Freundliche Grüße', help: 'Fragen? Rufen Sie uns an' },
  en: { greeting: 'Hello,', farewell: 'Kind regards', help: 'Questions? Call us' },
};

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The frame of every mail, as text and as HTML: greeting, content, farewell, hotline. No tracking, nothing from outside. */
@Injectable()
export class MailLayout {
  constructor(
    private readonly branding: Branding,
    private readonly config: AppConfig,
  ) {}

  compose(to: string, language: Language, content: MailContent): MailMessage {
    const { insurerName, serviceName, hotline } = this.branding;
    const words = closing[language];
    const code = content.code ? [`Code: ${content.code}`] : [];
    const foot = `${words.help}: ${hotline.number} (${hotline.hours[language]}). ${this.config.publicOrigin}`;
    const lines = [words.greeting, ...content.paragraphs, ...code, `${words.farewell}\n${insurerName}`, foot];

    const html = [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(content.subject)}</title></head>`,
      `<body style="margin:0;background:#f8f5ee;color:#1b2427;font:18px/1.55 Arial,sans-serif">`,
      `<div style="max-width:36rem;margin:0 auto;padding:32px 16px">`,
      `<p style="margin:0 0 24px;font-weight:bold">${escape(insurerName)} <span style="font-weight:normal">${escape(serviceName)}</span></p>`,
      ...[words.greeting, ...content.paragraphs].map((text) => `<p>${escape(text)}</p>`),
      ...code.map((text) => `<p style="font-size:30px;font-weight:bold;letter-spacing:2px">${escape(text)}</p>`),
      `<p>${words.farewell}<br>${escape(insurerName)}</p>`,
      `<p style="font-size:14px;color:#465255;border-top:1px solid #cbc5b7;padding-top:12px">${escape(foot)}</p>`,
      `</div></body></html>`,
    ];
    return { to, subject: content.subject, text: lines.join('\n\n'), html: html.join('') };
  }
}
