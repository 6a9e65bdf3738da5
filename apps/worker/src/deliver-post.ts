import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule } from '@nestjs/common';
import { IdentityJobsModule } from '@of/identity';
import { newId, ValidationError } from '@of/kernel';
import { DeliverToPostbox, LettersApplicationModule, postKinds, type DeliveredPost, type PostKind } from '@of/letters';
import { FindByExternalId, MembershipModule } from '@of/membership';
import { createLogger, loadConfig, PlatformModule, type AppConfig } from '@of/platform';
import { CommandFailure } from './with-database';

const options = {
  person: { type: 'string' },
  subject: { type: 'string' },
  pdf: { type: 'string' },
  text: { type: 'string' },
  kind: { type: 'string' },
  decision: { type: 'boolean' },
  'no-instruction': { type: 'boolean' },
  language: { type: 'string' },
  reference: { type: 'string' },
} as const;

/** What delivering needs, and nothing of the worker's jobs. */
@Module({})
class DeliveryModule {
  static forRoot(config: AppConfig): DynamicModule {
    const platform = PlatformModule.forRoot(config, createLogger('warn', 'ops'), 'onlinefiliale-ops');
    return {
      module: DeliveryModule,
      imports: [platform, MembershipModule, IdentityJobsModule, LettersApplicationModule],
    };
  }
}

function read(
  args: string[],
): { person: string; reference: string | undefined; pdf: string; text?: string } & Omit<DeliveredPost, 'pdf' | 'text'> {
  const { values } = parseArgs({ args, options, strict: true });
  const { person, subject, pdf } = values;
  if (!person || !subject || !pdf) throw new CommandFailure('--person, --subject and --pdf are needed.');
  const kind = values.kind ?? (values.decision ? 'decision' : 'letter');
  if (!postKinds.includes(kind as PostKind)) throw new CommandFailure(`--kind is one of ${postKinds.join(', ')}.`);
  const language = values.language ?? 'de';
  if (language !== 'de' && language !== 'en') throw new CommandFailure('--language is de or en.');
  const isDecision = values.decision ?? kind === 'decision';
  return {
    person,
    subject,
    pdf,
    text: values.text,
    kind: kind as PostKind,
    language,
    isDecision,
    hasInstruction: isDecision && !values['no-instruction'],
    reference: values.reference,
  };
}

async function contentOf(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new CommandFailure(`There is no readable file ${file}.`);
  });
}

/** `postbox deliver`: an operator puts post of the insurer into a person's postbox. */
export async function deliverPost(args: string[], actor: string): Promise<void> {
  const { person, reference, pdf, text, ...post } = read(args);
  const content = { ...post, pdf: await contentOf(pdf), text: text ? (await contentOf(text)).toString('utf8') : null };
  const app = await NestFactory.createApplicationContext(DeliveryModule.forRoot(loadConfig()), { logger: false });
  try {
    const insuredId = await app.get(FindByExternalId, { strict: false }).execute(person);
    if (!insuredId) throw new CommandFailure(`There is no person ${person}.`);
    const delivered = await app
      .get(DeliverToPostbox, { strict: false })
      .execute({ sender: actor, reference: reference ?? newId(), insuredId, post: content });
    const where = delivered.itemId
      ? `Delivered to the postbox: ${delivered.itemId}`
      : `Nobody could read it online; it goes out as letter ${delivered.letterId}`;
    process.stdout.write(`${where}${delivered.isRepeated ? ' (before)' : ''}.\n`);
  } catch (error) {
    if (error instanceof ValidationError) {
      const faults = error.fieldErrors?.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
      throw new CommandFailure(`Refused: ${faults}.`);
    }
    throw error;
  } finally {
    await app.close();
  }
}
