import type { components } from './generated/member';

export { ApiProblem, type FieldProblem } from './api-problem';
export {
  SESSION_EXPIRY_HEADER,
  answerOf,
  api,
  noteAnswer,
  observeAnswers,
  speakLanguage,
  type AnswerFacts,
} from './client';

type Schemas = components['schemas'];
export type Session = Schemas['SessionResponse'];
export type NextStep = NonNullable<Session['nextStep']>;
export type Approval = Schemas['ApprovalResponse'];
export type AddressChange = Schemas['ChangeAddressRequest'];
export type Change = Schemas['ChangeResponse'];
export type AccessLogEntry = Schemas['AccessLogEntryResponse'];
export type Certificate = Schemas['CertificateResponse'];
export type CertificateOrder = Schemas['OrderCertificateRequest'];
export type DocumentCategory = Schemas['DocumentCategory'];
export type DocumentForm = Schemas['FormResponse'];
export type DocumentProgress = Schemas['DocumentProgress'];
export type SubmittedDocument = Schemas['DocumentResponse'];
export type Verification = Schemas['VerificationResponse'];
export type Draft = Schemas['DraftResponse'];
export type DraftSummary = Schemas['DraftSummaryResponse'];
export type DraftName = DraftSummary['form'];
export type FamilyMember = Schemas['FamilyMemberResponse'];
export type Person = Schemas['InsuredPersonResponse'];
export type Device = Schemas['DeviceResponse'];
export type DeviceTransfer = Schemas['DeviceTransferResponse'];
export type DeviceWays = Schemas['DeviceWaysResponse'];
export type Me = Schemas['MyDataResponse'];
export type DataExport = Schemas['DataExportResponse'];
export type PostboxItem = Schemas['PostboxItemResponse'];
export type OpenedPost = Schemas['OpenedPostResponse'];
export type PostKind = Schemas['PostKind'];
export type Branding = Schemas['BrandingResponse'];
export type Letter = Schemas['LetterResponse'];
export type LegalDocument = Schemas['LegalDocumentResponse'];
export type ListedLegalDocument = Schemas['LegalDocumentSummaryResponse'];
export type LegalKind = LegalDocument['kind'];
export type FaqGroup = Schemas['FaqsResponse']['groups'][number];
export type RunningSession = Schemas['RunningSessionResponse'];
export type RegistrationRequest = Schemas['RegistrationRequest'];
