import { type AppConfig, type PersonScope } from '@of/platform';
import { verificationUrl } from '../application/verification-url';
import type { Certificate } from '../domain/certificate';
import { groupedCode } from '../domain/verification-code';
import type { CertificateResponse } from './dto/certificates.dto';

/** @param subject whose it is, as the path names them */
export function presentCertificate(
  config: AppConfig,
  { subject, isSelf }: PersonScope,
  certificate: Certificate,
): CertificateResponse {
  const { id, kind, language, delivery, number, issuedOn, createdAt, verificationCode } = certificate;
  return {
    id,
    kind,
    language,
    delivery,
    number,
    issuedOn,
    createdAt: createdAt.toISOString(),
    contentUrl: `/api/v1/insured-persons/${isSelf ? 'me' : subject}/certificates/${id}/content`,
    verificationCode: groupedCode(verificationCode),
    verificationUrl: verificationUrl(config, verificationCode),
  };
}
