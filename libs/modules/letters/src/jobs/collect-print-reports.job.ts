import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, ScheduledTask } from '@of/platform';
import { type Logger } from 'pino';
import { ApplyPrintReport } from '../application/apply-print-report';
import { PrintService, type FoundReport } from '../application/ports/print-service';
import { parsePrintReport } from '../domain/print-report';

/** Takes in the reports that the print provider has left, each on its own: a bad one stops no other. */
@Injectable()
export class CollectPrintReports extends ScheduledTask {
  readonly name = 'collect-print-reports';
  readonly every = 30_000;

  constructor(
    private readonly printService: PrintService,
    private readonly applyPrintReport: ApplyPrintReport,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  async run(): Promise<void> {
    for (const found of await this.printService.findReports()) {
      try {
        const verdict = await this.judge(found);
        if (verdict === 'rejected') this.logger.warn({ report: found.name }, 'print report rejected');
        await this.printService.file(found, verdict);
      } catch (error) {
        this.logger.warn({ err: error, report: found.name }, 'print report not taken in: trying again');
      }
    }
  }

  private async judge({ letterId, content }: FoundReport): Promise<'applied' | 'rejected'> {
    const report = parsePrintReport(content);
    return letterId && report ? this.applyPrintReport.execute(letterId, report) : 'rejected';
  }
}
