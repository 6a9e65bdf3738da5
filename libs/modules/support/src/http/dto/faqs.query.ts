import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class FaqsQuery {
  @ApiProperty({ required: false, maxLength: 100, description: 'Words that must all occur', example: 'brief' })
  @IsOptional()
  @MaxLength(100)
  @IsString()
  query?: string;
}
