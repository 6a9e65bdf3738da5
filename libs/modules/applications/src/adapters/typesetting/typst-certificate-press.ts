import { join } from 'node:path';
import { TypesettingFailure, TypstPress } from '@of/letters';
import { CertificatePress, type CertificateSheet } from '../../application/ports/certificate-press';
import { CertificateNotPrintable } from '../../domain/certificate.errors';
import { certificateData } from './certificate-data';

/** Sets certificates with Typst, on the sheet of the house. */
export class TypstCertificatePress extends CertificatePress {
  private readonly press = new TypstPress(join(__dirname, 'certificate.typ'));

  set(sheet: CertificateSheet): { pdf: Buffer; pages: number } {
    try {
      return this.press.set({ data: certificateData(sheet), codeUrl: sheet.verificationUrl });
    } catch (error) {
      throw error instanceof TypesettingFailure ? new CertificateNotPrintable() : error;
    }
  }
}
