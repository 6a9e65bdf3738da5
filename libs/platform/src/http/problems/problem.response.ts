import { ApiProperty } from '@nestjs/swagger';

class FieldProblemResponse {
  @ApiProperty({ description: 'JSON pointer into the request body', example: '/kvnr' }) pointer: string;
  @ApiProperty({ example: 'kvnr-check-digit' }) code: string;
  @ApiProperty({ required: false, description: 'Which rule of a policy is not met', example: 'min-length' })
  rule?: string;
  @ApiProperty({ example: 'Bitte prüfen Sie die Nummer: Sie enthält einen Tippfehler.' }) detail: string;
}

/** RFC 9457 problem details. */
export class ProblemResponse {
  @ApiProperty({ description: 'Address of a page that explains the problem', example: '/problems/validation-failed' })
  type: string;
  @ApiProperty({ example: 'Bitte prüfen Sie Ihre Angaben' }) title: string;
  @ApiProperty({ example: 422 }) status: number;
  @ApiProperty({
    description: 'What to do, in German or English by Accept-Language',
    example: 'Bei jedem Feld steht, was zu tun ist.',
  })
  detail: string;
  @ApiProperty({ example: '/api/v1/registrations' }) instance: string;
  @ApiProperty({ description: 'Stable code', example: 'validation-failed' }) code: string;
  @ApiProperty({ required: false, type: [FieldProblemResponse] }) errors?: FieldProblemResponse[];
  @ApiProperty({ required: false, description: 'With `step-required`: what comes first', example: 'activate' })
  nextStep?: string;
  @ApiProperty({ required: false, description: 'What exactly stands behind the code', example: 'letter-under-way' })
  reason?: string;
  @ApiProperty({
    required: false,
    description: 'With `code-invalid` and `match-number-wrong`: tries that are left',
    example: 4,
  })
  attemptsLeft?: number;
}
