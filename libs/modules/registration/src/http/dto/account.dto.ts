import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class DeleteAccountRequest {
  @ApiProperty({ description: 'The current password', example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;
}

export class AccountResponse {
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day of cover when it is over, else null',
    example: '2026-10-31',
  })
  coverEndedOn: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day on which the account is open, else null',
    example: '2026-12-01',
  })
  accessEndsOn: string | null;
}
