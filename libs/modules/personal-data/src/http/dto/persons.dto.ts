import { ApiProperty } from '@nestjs/swagger';
import { InsuranceResponse, MyAddressResponse, MyBankAccountResponse, UpcomingAddressResponse } from './my-data.dto';

const relations = ['self', 'child'] as const;
type Relation = (typeof relations)[number];

/** Somebody for whom the member may act today. */
export class FamilyMemberResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000002' }) insuredId: string;
  @ApiProperty({ example: 'Mia' }) givenName: string;
  @ApiProperty({ example: 'Muster' }) familyName: string;
  @ApiProperty({ format: 'date', example: '2017-05-03' }) dateOfBirth: string;
  @ApiProperty({ description: 'Full years today', example: 9 }) age: number;
  @ApiProperty({ enum: relations, example: 'child' }) relation: Relation;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Last day on which I may act for the child, as far as known today; null for myself',
    example: '2035-05-02',
  })
  actUntil: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'From this day on the child may have an own account; null for myself',
    example: '2032-05-03',
  })
  ownAccessFrom: string | null;

  @ApiProperty({ description: 'Whether the person has an account of their own', example: false })
  hasOwnAccess: boolean;
}

export class FamilyResponse {
  @ApiProperty({ type: [FamilyMemberResponse], description: 'Myself first' }) items: FamilyMemberResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: there are few', example: null })
  nextCursor: null;
}

/** What the insurer holds about a person. */
export class InsuredPersonResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000002' }) insuredId: string;
  @ApiProperty({ example: 'C000500021' }) kvnr: string;
  @ApiProperty({ example: 'Mia' }) givenName: string;
  @ApiProperty({ example: 'Muster' }) familyName: string;
  @ApiProperty({ format: 'date', example: '2017-05-03' }) dateOfBirth: string;
  @ApiProperty({ enum: relations, example: 'child' }) relation: Relation;
  @ApiProperty() address: MyAddressResponse;
  @ApiProperty({ type: UpcomingAddressResponse, nullable: true, description: 'Takes its place on a later day' })
  upcomingAddress: UpcomingAddressResponse | null;

  @ApiProperty({ type: String, nullable: true, example: null }) phone: string | null;
  @ApiProperty({ type: MyBankAccountResponse, nullable: true }) bankAccount: MyBankAccountResponse | null;
  @ApiProperty({ type: InsuranceResponse, nullable: true }) insurance: InsuranceResponse | null;
}
