import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DateOnly, DomainError } from '@of/kernel';
import {
  Branding,
  PersonalDataSources,
  type ExportedFile,
  type ExportedPart,
  type ExportedTable,
  type ZipArchive,
} from '@of/platform';
import { explain, type ExplainedFile } from '../domain/export-explanation';
import type { ClaimedExport } from '../persistence/data-export.repository';

/** A sign of life at least after so many files. */
const BEAT_EVERY = 25;
const explanationName = { de: 'LIESMICH.txt', en: 'README.txt' } as const;

/** Writes what every room has about the member into the archive, and at the end what it all means. */
@Injectable()
export class FillDataExport {
  constructor(
    private readonly sources: PersonalDataSources,
    private readonly branding: Branding,
  ) {}

  async execute(
    archive: ZipArchive,
    claimed: ClaimedExport,
    progressed: (done: number, total: number) => Promise<void>,
  ): Promise<void> {
    const { language, level, madeOn } = claimed;
    const at = DateOnly.parse(madeOn).startInstant();
    const files: ExplainedFile[] = [];
    const missing: string[] = [];
    const all = this.sources.all();
    let parts = 0;
    for (const [done, source] of all.entries()) {
      await progressed(done, all.length);
      for await (const part of source.export(claimed)) {
        const path = pathOf(source.name, part);
        if (part.kind === 'table') files.push({ path, about: part.about, fields: part.fields });
        const content = part.kind === 'table' ? jsonOf(part) : await openOrNote(part, path, missing);
        if (content) await archive.add(path, content, { at, isPacked: part.kind === 'file' });
        if ((parts += 1) % BEAT_EVERY === 0) await progressed(done, all.length);
      }
    }
    const { serviceName, insurerName } = this.branding;
    const text = explain({
      serviceName,
      insurerName,
      language,
      level,
      madeOn: DateOnly.parse(madeOn).format(language),
      files,
      missing,
    });
    await archive.add(explanationName[language], Readable.from([Buffer.from(text)]), { at });
  }
}

function pathOf(room: string, part: ExportedPart): string {
  return part.kind === 'table' ? `${room}/${part.name}.json` : `${room}/${part.name}`;
}

/** A document that cannot be had now is named in the explanation; a store that is away is no reason to leave it out. */
async function openOrNote(file: ExportedFile, path: string, missing: string[]): Promise<Readable | null> {
  try {
    return await file.open();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    missing.push(path);
    return null;
  }
}

/** An array in JSON, written row by row. */
function jsonOf({ rows }: ExportedTable): Readable {
  async function* lines(): AsyncGenerator<Buffer> {
    let before = '[\n';
    for await (const row of rows) {
      yield Buffer.from(`${before}  ${JSON.stringify(row)}`);
      before = ',\n';
    }
    yield Buffer.from(before === '[\n' ? '[]\n' : '\n]\n');
  }
  return Readable.from(lines(), { objectMode: false });
}
