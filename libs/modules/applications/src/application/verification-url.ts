import { type AppConfig } from '@of/platform';
import { groupedCode } from '../domain/verification-code';

/** The public page on which anybody checks a certificate or a receipt; its address stands in the QR code. */
export function verificationUrl(config: AppConfig, code: string): string {
  return `${config.publicOrigin}/pruefen/${groupedCode(code)}`;
}
