import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class OrderDeviceCodeRequest {
  @ApiProperty({ example: 'Regenbogen-7-Fahrrad', maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;
}

export class DeviceCodeOrderedResponse {
  @ApiProperty({ description: 'The letter should be there by then', format: 'date', example: '2026-11-30' })
  letterExpectedBy: string;
}
