import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { newId } from '@of/kernel';
import { createLogger, ListenerRegistry, PlatformJobsModule, PlatformModule, ScheduledTask } from '@of/platform';
import { NoAccounts } from '@of/testing';
import { LetterComposers } from './application/letter-composers';
import { LettersJobsModule, lettersSchedules } from './letters-jobs.module';
import { lettersRoom, TestComposer } from './letters-room.fixture';

const room = lettersRoom();
let app: INestApplicationContext;

class WorkerAlone {}

beforeAll(async () => {
  const platform = PlatformModule.forRoot(room.test.config, createLogger('silent', 'test'), 'test');
  const module = { module: WorkerAlone, imports: [platform, PlatformJobsModule, NoAccounts, LettersJobsModule] };
  app = await NestFactory.createApplicationContext(module, { logger: false });
  app.get(LetterComposers).add(new TestComposer('registration'));
});

afterAll(() => app?.close());

describe('LettersJobsModule', () => {
  it('makes real PDFs of ordered letters, in German and in English', async () => {
    const listeners = app.get(ListenerRegistry).of('letters.letter-ordered');
    expect(listeners).toHaveLength(1);
    for (const language of ['de', 'en'] as const) {
      const { letterId } = await room.order({ language });
      await listeners[0]?.handle({ id: newId(), name: 'letters.letter-ordered', payload: { letterId } });
      const pdf = await readFile(join(room.printFolder, `${letterId}.pdf`));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(await room.state(letterId)).toMatchObject({ state: 'handed-over', pages: 1 });
    }
  });

  it('offers its schedules to the worker', async () => {
    const tasks = lettersSchedules.map((task) => app.get<ScheduledTask>(task));
    expect(tasks.map(({ name }) => name)).toEqual(['collect-print-reports', 'assume-posted', 'erase-letter-content']);
    for (const task of tasks) await task.run();
  });

  it('has one composer for each purpose', () => {
    expect(() => app.get(LetterComposers).add(new TestComposer('registration'))).toThrow(/two composers/);
    expect(() => app.get(LetterComposers).of('reset')).toThrow(/nobody composes/);
  });
});
