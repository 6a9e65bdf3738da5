import { ApiProperty } from '@nestjs/swagger';

export class ReceivedSickNoteResponse {
  @ApiProperty({ example: 'EAU-2026-0815' }) number: string;
  @ApiProperty({ format: 'date', description: 'First day of incapacity for work', example: '2026-11-16' }) from: string;
  @ApiProperty({ format: 'date', description: 'Last day, as expected', example: '2026-11-20' }) until: string;
  @ApiProperty({ example: false }) followUp: boolean;
  @ApiProperty({ format: 'date', example: '2026-11-16' }) receivedOn: string;
}

export class ReceivedSickNotesResponse {
  @ApiProperty({ type: [ReceivedSickNoteResponse] }) items: ReceivedSickNoteResponse[];
}
