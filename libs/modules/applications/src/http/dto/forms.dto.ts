import { ApiProperty } from '@nestjs/swagger';
import { categories, type Category } from '../../domain/submission';

const questionTypes = ['choice', 'yes-no', 'day', 'number', 'text'] as const;

export class FormOptionResponse {
  @ApiProperty({ example: 'abroad' }) value: string;
  @ApiProperty({ example: 'Behandlung im Ausland' }) label: string;
}

export class FormConditionResponse {
  @ApiProperty({ example: 'child' }) name: string;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'boolean' }], example: 'other' }) is: string | boolean;
}

export class FormQuestionResponse {
  @ApiProperty({ description: 'Name of the answer in `fields`', example: 'reason' }) name: string;
  @ApiProperty({ enum: questionTypes, enumName: 'FormQuestionType', example: 'choice' })
  type: (typeof questionTypes)[number];
  @ApiProperty({ example: 'Warum haben Sie die Krankmeldung auf Papier?' }) label: string;
  @ApiProperty({ type: String, nullable: true, example: null }) hint: string | null;
  @ApiProperty({ example: true }) isRequired: boolean;
  @ApiProperty({ type: FormConditionResponse, nullable: true, description: 'Asked only then', example: null })
  when: FormConditionResponse | null;
  @ApiProperty({ type: [FormOptionResponse] }) options: readonly FormOptionResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Question whose day it must not be before', example: null })
  notBefore: string | null;
  @ApiProperty({ description: 'A day that must not lie in the future', example: false }) isPast: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Smallest number', example: null }) least: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Greatest number', example: null }) most: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Most characters', example: null }) longest: number | null;
}

export class LateRemarkResponse {
  @ApiProperty({ example: 'incapableFrom' }) question: string;
  @ApiProperty({ example: 7 }) olderThanDays: number;
  @ApiProperty({ example: 'Diese Frist ist vorbei. Bitte reichen Sie sie trotzdem gleich ein.' }) text: string;
}

export class FormResponse {
  @ApiProperty({ enum: categories, enumName: 'DocumentCategory', example: 'sick-note' }) category: Category;
  @ApiProperty({ example: 'Krankmeldung' }) title: string;
  @ApiProperty({ example: 'Eine Krankschreibung auf Papier' }) summary: string;
  @ApiProperty({ type: [FormQuestionResponse] }) questions: readonly FormQuestionResponse[];
  @ApiProperty({
    type: [String],
    description: 'What has to be readable on the paper',
    example: ['Name und Geburtsdatum'],
  })
  legible: readonly string[];
  @ApiProperty({ type: [String], description: 'What to know before sending', example: [] }) notes: readonly string[];
  @ApiProperty({
    type: LateRemarkResponse,
    nullable: true,
    description: 'A remark for a day that lies further back',
    example: null,
  })
  late: LateRemarkResponse | null;
}

export class FormsResponse {
  @ApiProperty({ type: [FormResponse] }) items: readonly FormResponse[];
}
