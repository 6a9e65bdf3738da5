import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { approvalActions, type ApprovalAction } from '../../domain/approval-action';
import { approvalStatuses, type ApprovalStatus } from '../../domain/approval-status';

export class ApprovalLineResponse {
  @ApiProperty({ example: 'Anschrift' }) label: string;
  @ApiProperty({ required: false, example: 'Königsbrücker Straße 7a, 01099 Dresden' }) from?: string;
  @ApiProperty({ example: 'Hauptstraße 12, 01097 Dresden' }) to: string;
}

/** What waits, or waited, for the member's release. */
export class ApprovalResponse {
  @ApiProperty({ format: 'uuid', example: '019306a1-7c1e-7000-8000-000000000003' }) id: string;
  @ApiProperty({ enum: approvalActions, example: 'address-change' }) action: ApprovalAction;

  @ApiProperty({ type: [ApprovalLineResponse], description: 'What both screens show' })
  lines: ApprovalLineResponse[];

  @ApiProperty({ description: 'Two digits to compare on both screens', example: '47' }) matchNumber: string;
  @ApiProperty({ enum: approvalStatuses, example: 'pending' }) status: ApprovalStatus;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:00:00.000Z' }) createdAt: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-23T10:05:00.000Z' }) expiresAt: string;

  @ApiProperty({
    type: [String],
    description: 'Names of the devices that can release it',
    example: ['Handy von Erika'],
  })
  devices: string[];
}

export class ApprovalsResponse {
  @ApiProperty({ type: [ApprovalResponse] }) items: ApprovalResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the newest ones only', example: null })
  nextCursor: null;
}

export class ApprovalsQuery {
  @ApiProperty({ required: false, enum: approvalStatuses, example: 'pending' })
  @IsOptional()
  @IsIn(approvalStatuses)
  status?: ApprovalStatus;

  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 25, example: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
