import { ApiProperty } from '@nestjs/swagger';
import { legalKinds, legalLanguages, type LegalKind, type LegalLanguage } from '../../domain/legal-document';

export class LegalDocumentSummaryResponse {
  @ApiProperty({ enum: legalKinds, enumName: 'LegalKind', example: 'terms' }) kind: LegalKind;
  @ApiProperty({ example: '2026-11-01' }) version: string;
  @ApiProperty({ format: 'date', example: '2026-11-01' }) publishedAt: string;
  @ApiProperty({ description: 'Whether this version is in force', example: true }) current: boolean;
  @ApiProperty({ description: 'What is new against the version before', example: 'Der Abschnitt über Briefe ist neu.' })
  changes: string;
  @ApiProperty({ format: 'uri-reference', example: '/api/v1/legal-documents/terms/2026-11-01' }) contentUrl: string;
}

export class LegalDocumentsResponse {
  @ApiProperty({ type: [LegalDocumentSummaryResponse] }) items: LegalDocumentSummaryResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the list is short', example: null })
  nextCursor: null;
}

export class LegalDocumentResponse {
  @ApiProperty({ enum: legalKinds, enumName: 'LegalKind', example: 'terms' }) kind: LegalKind;
  @ApiProperty({ example: '2026-11-01' }) version: string;
  @ApiProperty({ format: 'date', example: '2026-11-01' }) publishedAt: string;
  @ApiProperty({ description: 'Whether this version is in force', example: true }) current: boolean;
  @ApiProperty({ description: 'What is new against the version before', example: 'Der Abschnitt über Briefe ist neu.' })
  changes: string;
  @ApiProperty({ example: 'Nutzungsbedingungen' }) title: string;
  @ApiProperty({ description: 'Markdown', example: '## 1 Wofür diese Bedingungen gelten' }) content: string;
  @ApiProperty({ enum: legalLanguages, enumName: 'TextLanguage', example: 'de' }) language: LegalLanguage;
}
