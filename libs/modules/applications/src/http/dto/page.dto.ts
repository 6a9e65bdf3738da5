import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class PageQuery {
  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 25, example: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  @ApiProperty({
    required: false,
    description: '`nextCursor` of the page before',
    example: '019306a1-7c1e-7000-8000-000000000005',
    maxLength: 36,
  })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  cursor?: string;
}
