import { ApiProperty } from '@nestjs/swagger';
import { DraftSummaryResponse } from '@of/drafts';
import { InsuredPersonResponse } from '@of/personal-data';

export class OverviewResponse {
  @ApiProperty() person: InsuredPersonResponse;
  @ApiProperty({ type: [DraftSummaryResponse], description: 'What I have begun for this person, newest first' })
  drafts: DraftSummaryResponse[];
}
