import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { PublicAccess } from '../auth/access';
import { type Language } from '../http/problems/language';
import { RequestLanguage } from '../http/problems/request-language';
import { AppConfig } from './app-config';
import { Branding } from './branding';

class HotlineResponse {
  @ApiProperty({ example: '030 23125 117' }) number: string;
  @ApiProperty({ example: '+493023125117' }) tel: string;
  @ApiProperty({ example: 'Rund um die Uhr' }) hours: string;
}
class InsurerAddressResponse {
  @ApiProperty({ example: 'Musterallee' }) street: string;
  @ApiProperty({ example: '1' }) houseNumber: string;
  @ApiProperty({ example: '01067' }) postalCode: string;
  @ApiProperty({ example: 'Dresden' }) city: string;
}
class ImprintResponse {
  @ApiProperty({ example: 'Körperschaft des öffentlichen Rechts' }) legalForm: string;
  @ApiProperty({ example: 'Vorstand: Dr. Paula Beispiel' }) representedBy: string;
  @ApiProperty({ example: 'Musteramt für soziale Sicherung' }) supervisoryAuthority: string;
  @ApiProperty({ example: 'DE000000000' }) vatId: string;
}
class ColoursResponse {
  @ApiProperty({ required: false, example: '#0b5a55' }) brandLight?: string;
  @ApiProperty({ required: false, example: '#74d3c6' }) brandDark?: string;
}
export class BrandingResponse {
  @ApiProperty({ example: 'Musterkasse' }) insurerName: string;
  @ApiProperty({ example: 'Onlinefiliale' }) serviceName: string;
  @ApiProperty() hotline: HotlineResponse;
  @ApiProperty({ example: 'service@musterkasse.example' }) email: string;
  @ApiProperty({ example: 'https://www.musterkasse.example' }) website: string;
  @ApiProperty({ example: 'https://www.musterkasse.example/datenschutz' }) privacyStatementUrl: string;
  @ApiProperty() address: InsurerAddressResponse;
  @ApiProperty() imprint: ImprintResponse;
  @ApiProperty() colours: ColoursResponse;

  @ApiProperty({ description: 'Where members confirm on their device', example: 'http://localhost:3001' })
  companionUrl: string;
}

@ApiTags('Public')
@PublicAccess()
@Controller('api/v1/branding')
export class BrandingController {
  constructor(
    private readonly branding: Branding,
    private readonly config: AppConfig,
  ) {}

  @Get()
  @Header('cache-control', 'public, max-age=300')
  @Header('vary', 'Accept-Language')
  @ApiOperation({ operationId: 'getBranding', summary: 'Name, contact and colours of the insurer' })
  @ApiOkResponse({ type: BrandingResponse })
  get(@RequestLanguage() language: Language): BrandingResponse {
    const { hotline, imprint, ...rest } = this.branding;
    return {
      ...rest,
      companionUrl: this.config.companionOrigin,
      hotline: { ...hotline, hours: hotline.hours[language] },
      imprint: {
        legalForm: imprint.legalForm[language],
        representedBy: imprint.representedBy[language],
        supervisoryAuthority: imprint.supervisoryAuthority[language],
        vatId: imprint.vatId,
      },
    };
  }
}
