import { Module } from '@nestjs/common';
import { MembershipModule } from '@of/membership';
import { ListenerRegistry } from '@of/platform';
import { FolderPrintService } from './adapters/folder-print-service';
import { TypstTypesetter } from './adapters/typesetting/typst-typesetter';
import { ApplyPrintReport } from './application/apply-print-report';
import { AssumePosted } from './application/assume-posted';
import { EraseLetterContent } from './application/erase-letter-content';
import { HandOverLetter } from './application/hand-over-letter';
import { LetterComposers } from './application/letter-composers';
import { Letterhead } from './application/letterhead';
import { PrintService } from './application/ports/print-service';
import { Typesetter } from './application/ports/typesetter';
import { RenderLetter } from './application/render-letter';
import { AssumePostedTask } from './jobs/assume-posted.job';
import { CollectPrintReports } from './jobs/collect-print-reports.job';
import { EraseLetterContentTask } from './jobs/erase-letter-content.job';
import { LettersApplicationModule } from './letters-application.module';
import { ProduceLetter } from './listeners/produce-letter.listener';

/** What this room does again and again; the worker puts it on its schedule. */
export const lettersSchedules = [CollectPrintReports, AssumePostedTask, EraseLetterContentTask];

@Module({
  imports: [LettersApplicationModule, MembershipModule],
  providers: [
    { provide: PrintService, useClass: FolderPrintService },
    { provide: Typesetter, useFactory: () => new TypstTypesetter() },
    LetterComposers,
    Letterhead,
    RenderLetter,
    HandOverLetter,
    ApplyPrintReport,
    AssumePosted,
    EraseLetterContent,
    ProduceLetter,
    ...lettersSchedules,
  ],
  exports: [LettersApplicationModule, LetterComposers, ...lettersSchedules],
})
export class LettersJobsModule {
  constructor(listeners: ListenerRegistry, produceLetter: ProduceLetter) {
    listeners.add(produceLetter);
  }
}
