import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  AccountAccess,
  ApiProblems,
  CurrentActing,
  CurrentPerson,
  PersonAccess,
  type Acting,
  type PersonScope,
} from '@of/platform';
import { ListFamily } from '../application/list-family.query';
import { ReadPerson } from '../application/read-person.query';
import { FamilyResponse, InsuredPersonResponse } from './dto/persons.dto';

/** For whom a member may act, and what we hold about each of them. */
@ApiTags('Insured persons')
@Controller('api/v1')
export class PersonsController {
  constructor(
    private readonly listFamily: ListFamily,
    private readonly readPerson: ReadPerson,
  ) {}

  @Get('me/family')
  @AccountAccess()
  @ApiTags('Me')
  @ApiOperation({ operationId: 'listFamily', summary: 'For whom I may act today, myself first' })
  @ApiOkResponse({ type: FamilyResponse })
  async family(@CurrentActing() { insuredId }: Acting): Promise<FamilyResponse> {
    return { items: await this.listFamily.execute(insuredId), nextCursor: null };
  }

  @Get('insured-persons')
  @AccountAccess({ devices: true })
  @ApiOperation({ operationId: 'listPersons', summary: 'The same, for devices, too' })
  @ApiOkResponse({ type: FamilyResponse })
  list(@CurrentActing() acting: Acting): Promise<FamilyResponse> {
    return this.family(acting);
  }

  @Get('insured-persons/:personId')
  @PersonAccess({ devices: true })
  @ApiOperation({ operationId: 'getPerson', summary: 'What we hold about me or a child of mine' })
  @ApiParam({ name: 'personId', description: '`me`, my own id or the id of a child' })
  @ApiOkResponse({ type: InsuredPersonResponse })
  @ApiProblems({ 404: 'not-found' })
  read(@CurrentPerson() person: PersonScope): Promise<InsuredPersonResponse> {
    return this.readPerson.execute(person);
  }
}
