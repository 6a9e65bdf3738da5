import { type Logger } from 'pino';
import { VirusScanner, type ScanVerdict } from '../application/ports/virus-scanner';

/** Where no scanner is configured. Production does not start without one. */
export class NoScanner extends VirusScanner {
  readonly isConfigured = false;

  constructor(logger: Logger) {
    super();
    logger.warn('NO VIRUS SCANNER: CLAMD_URL is not set, documents are stored without being scanned');
  }

  async scan(): Promise<ScanVerdict> {
    return { outcome: 'clean' };
  }
}
