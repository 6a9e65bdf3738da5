import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentPerson, PersonAccess, type PersonScope } from '@of/platform';
import { ReadChildSicknessDays } from '../application/read-child-sickness-days.query';
import { ChildSicknessDaysResponse, YearQuery } from './dto/child-sickness-days.dto';

@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@PersonAccess({ devices: true })
@Controller('api/v1/insured-persons/:personId/child-sickness-days')
export class ChildSicknessDaysController {
  constructor(private readonly days: ReadChildSicknessDays) {}

  @Get()
  @ApiOperation({
    operationId: 'readChildSicknessDays',
    summary: 'Days of child sickness benefit that one has applied for here, and what is left',
  })
  @ApiOkResponse({ type: ChildSicknessDaysResponse })
  @ApiProblems({ 404: 'not-found', 422: 'validation-failed' })
  read(@CurrentPerson() person: PersonScope, @Query() { year }: YearQuery): Promise<ChildSicknessDaysResponse> {
    return this.days.execute(person, year);
  }
}
