export const noticeKinds = ['security', 'cover', 'documents', 'postbox', 'decision'] as const;

/**
 * What a notice is about: the safety of the account, its opening and closing with cover, what became of documents, post in the
 * postbox, and among it a decision.
 */
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeChannels = ['email', 'sms', 'push'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** One way of being told, and whether the member may choose. */
export interface ChannelChoice {
  isOn: boolean;
  isFixed: boolean;
}

export type Choices = Record<NoticeKind, Record<NoticeChannel, ChannelChoice>>;

const always: ChannelChoice = { isOn: true, isFixed: true };
const on: ChannelChoice = { isOn: true, isFixed: false };
const off: ChannelChoice = { isOn: false, isFixed: false };

/**
 * What holds for whoever has chosen nothing. Warnings about the account reach its owner where a thief cannot silence them
 * (Art. 32 GDPR), and that an access ends is told in writing: those stay on. A decision that is read online counts as
 * announced because its recipient is told of it (§ 37 (2a) SGB X), so that cannot be switched off either.
 */
const defaults: Choices = {
  security: { email: always, sms: always, push: on },
  cover: { email: always, sms: off, push: on },
  // That something is missing must not be missed (zero silent failures).
  documents: { email: always, sms: off, push: on },
  postbox: { email: on, sms: off, push: on },
  decision: { email: always, sms: off, push: on },
};

/** A choice of a member that differs from nothing said. */
export interface Choice {
  kind: NoticeKind;
  channel: NoticeChannel;
  isOn: boolean;
}

/** All choices of a member. One that was made when the channel was free does not count once it is fixed. */
export function choicesOf(made: readonly Choice[]): Choices {
  const ofKind = (kind: NoticeKind) =>
    Object.fromEntries(
      noticeChannels.map((channel) => {
        const byDefault = defaults[kind][channel];
        const choice = made.find((one) => one.kind === kind && one.channel === channel);
        return [channel, choice && !byDefault.isFixed ? { ...byDefault, isOn: choice.isOn } : byDefault];
      }),
    ) as Choices[NoticeKind];
  return Object.fromEntries(noticeKinds.map((kind) => [kind, ofKind(kind)])) as Choices;
}

export function isFixed(kind: NoticeKind, channel: NoticeChannel): boolean {
  return defaults[kind][channel].isFixed;
}
