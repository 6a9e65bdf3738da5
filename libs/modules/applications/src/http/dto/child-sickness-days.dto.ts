import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class YearQuery {
  @ApiProperty({ required: false, minimum: 2020, maximum: 2100, description: 'This year when missing', example: 2026 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2020)
  @Max(2100)
  year?: number;
}

export class DaysOfChildResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000002' }) insuredId: string;
  @ApiProperty({ example: 'Mia' }) givenName: string;
  @ApiProperty({ description: 'Working days', example: 3 }) appliedFor: number;
  @ApiProperty({ description: 'Working days', example: 12 }) left: number;
}

export class ChildSicknessDaysResponse {
  @ApiProperty({ example: 2026 }) year: number;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'As it was said in the newest application of the year',
    example: false,
  })
  isSingleParent: boolean | null;
  @ApiProperty({ description: 'Working days for each child', example: 15 }) perChild: number;
  @ApiProperty({ description: 'With all children together', example: 30 }) most: number;
  @ApiProperty({ description: 'Here; children insured elsewhere included', example: 3 }) appliedFor: number;
  @ApiProperty({ example: 27 }) left: number;
  @ApiProperty({ type: [DaysOfChildResponse] }) children: readonly DaysOfChildResponse[];
}
