import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiProblems, CurrentPerson, PersonAccess, type PersonScope } from '@of/platform';
import { ListSickNotes } from '../application/list-sick-notes.query';
import { ReceivedSickNotesResponse } from './dto/received-sick-notes.dto';

@ApiTags('Me')
@ApiParam({ name: 'personId', description: 'Insured person, `me` for oneself', example: 'me' })
@PersonAccess({ level: 'full', devices: true })
@Controller('api/v1/insured-persons/:personId/received-sick-notes')
export class ReceivedSickNotesController {
  constructor(private readonly sickNotes: ListSickNotes) {}

  @Get()
  @ApiOperation({
    operationId: 'listReceivedSickNotes',
    summary: 'Sick notes that came electronically, latest first; none for those who act for the person',
  })
  @ApiOkResponse({ type: ReceivedSickNotesResponse })
  @ApiProblems({ 403: 'second-factor-required', 404: 'not-found' })
  async list(@CurrentPerson() person: PersonScope): Promise<ReceivedSickNotesResponse> {
    const notes = await this.sickNotes.execute(person);
    return {
      items: notes.map(({ number, from, until, isFollowUp, receivedOn }) => ({
        number,
        from: String(from),
        until: String(until),
        followUp: isFollowUp,
        receivedOn: String(receivedOn),
      })),
    };
  }
}
