import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { presentDraft } from '@of/drafts';
import { ApiProblems, CurrentPerson, PersonAccess, type PersonScope } from '@of/platform';
import { ReadOverview } from '../application/read-overview.query';
import { OverviewResponse } from './overview.response';

@ApiTags('Insured persons')
@Controller('api/v1/insured-persons/:personId/overview')
export class OverviewController {
  constructor(private readonly readOverview: ReadOverview) {}

  @Get()
  @PersonAccess({ devices: true })
  @ApiOperation({ operationId: 'getOverview', summary: 'The home page of me or a child of mine, in one call' })
  @ApiParam({ name: 'personId', description: '`me`, my own id or the id of a child' })
  @ApiOkResponse({ type: OverviewResponse })
  @ApiProblems({ 404: 'not-found' })
  async read(@CurrentPerson() scope: PersonScope): Promise<OverviewResponse> {
    const { person, drafts } = await this.readOverview.execute(scope);
    return { person, drafts: drafts.map(presentDraft) };
  }
}
