import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';

export class MyAddressResponse {
  @ApiProperty({ example: 'Königsbrücker Straße' }) street: string;
  @ApiProperty({ example: '7a' }) houseNumber: string;
  @ApiProperty({ example: '01099' }) postalCode: string;
  @ApiProperty({ example: 'Dresden' }) city: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'DE' }) country: string;
}

export class UpcomingAddressResponse extends MyAddressResponse {
  @ApiProperty({ format: 'date', description: 'Counts from this day on', example: '2026-12-01' }) validFrom: string;
}

export class ContactResponse {
  @ApiProperty({ example: 'erika@beispiel.example' }) value: string;
  @ApiProperty({ description: 'False while the code has not been entered', example: true }) verified: boolean;
}

export class MyBankAccountResponse {
  @ApiProperty({ example: '•••• 3000' }) ibanMasked: string;
  @ApiProperty({ example: 'Erika Muster' }) accountHolder: string;
}

export class InsuranceResponse {
  @ApiProperty({ enum: ['active', 'ending', 'ended'], example: 'active' }) status: 'active' | 'ending' | 'ended';
  @ApiProperty({ format: 'date', example: '2015-04-01' }) from: string;
  @ApiProperty({ format: 'date', type: String, nullable: true, example: null }) to: string | null;
}

export class MyDataResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000001' }) insuredId: string;
  @ApiProperty({ example: 'A123456780' }) kvnr: string;
  @ApiProperty({ example: 'Erika' }) givenName: string;
  @ApiProperty({ example: 'Muster' }) familyName: string;
  @ApiProperty({ format: 'date', example: '1984-08-12' }) dateOfBirth: string;
  @ApiProperty() address: MyAddressResponse;
  @ApiProperty({ type: UpcomingAddressResponse, nullable: true, description: 'Takes its place on a later day' })
  upcomingAddress: UpcomingAddressResponse | null;

  @ApiProperty({ type: String, nullable: true, example: '0351 1234567' }) phone: string | null;
  @ApiProperty({ type: ContactResponse, nullable: true }) email: ContactResponse | null;
  @ApiProperty({ type: ContactResponse, nullable: true }) mobile: ContactResponse | null;
  @ApiProperty({ type: MyBankAccountResponse, nullable: true }) bankAccount: MyBankAccountResponse | null;
  @ApiProperty({ type: InsuranceResponse, nullable: true }) insurance: InsuranceResponse | null;
}

export class ChangeEmailRequest {
  @ApiProperty({ example: 'erika@beispiel.example', maxLength: 254 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email: string;

  @ApiProperty({ description: 'The member’s own password', example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;
}

export class ChangeMobileRequest {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null: no mobile phone',
    example: '0151 23456789',
    maxLength: 40,
  })
  @ValidateIf((request: ChangeMobileRequest) => request.mobile !== null)
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  mobile: string | null;

  @ApiProperty({ description: 'The member’s own password', example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;
}

export class ConfirmCodeRequest {
  @ApiProperty({ description: 'The six figures that were sent', example: '482913', maxLength: 20 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  code: string;
}

export class CodeSentResponse {}
