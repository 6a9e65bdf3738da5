import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { SubmissionProgressRepository } from '../persistence/submission-progress.repository';

let progress: SubmissionProgressRepository | undefined;

/** Anything above zero is work for an operator. */
new Gauge({
  name: 'submissions_overdue',
  help: 'Submissions that the receiving system has not acknowledged in time',
  async collect() {
    this.set(progress ? await progress.countOverdue() : 0);
  },
});

/** Shows on `/metrics` what was not acknowledged. */
@Injectable()
export class SubmissionFigures {
  constructor(repository: SubmissionProgressRepository) {
    progress = repository;
  }
}
