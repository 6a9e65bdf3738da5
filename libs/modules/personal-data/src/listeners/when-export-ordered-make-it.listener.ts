import { Injectable } from '@nestjs/common';
import { EventListener, type ReceivedEvent } from '@of/platform';
import { BuildDataExport } from '../application/build-data-export';
import { EXPORT_ORDERED } from '../domain/data-export.events';

@Injectable()
export class WhenExportOrderedMakeIt extends EventListener {
  readonly event = EXPORT_ORDERED;

  constructor(private readonly buildDataExport: BuildDataExport) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    await this.buildDataExport.execute(String(payload['exportId']));
  }
}
