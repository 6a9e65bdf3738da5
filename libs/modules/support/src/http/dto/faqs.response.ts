import { ApiProperty } from '@nestjs/swagger';
import { faqGroups, type FaqGroupId } from '../../domain/faq';

export class FaqItemResponse {
  @ApiProperty({ description: 'The same in every language', example: 'passwort-vergessen' }) id: string;
  @ApiProperty({ example: 'Ich habe mein Passwort vergessen. Was kann ich tun?' }) question: string;
  @ApiProperty({ description: 'Markdown', example: 'Wählen Sie auf der Seite **Anmelden** „Passwort vergessen“.' })
  answer: string;
}

export class FaqGroupResponse {
  @ApiProperty({ enum: faqGroups, enumName: 'FaqGroupId', example: 'login' }) id: FaqGroupId;
  @ApiProperty({ example: 'Anmeldung' }) title: string;
  @ApiProperty({ type: [FaqItemResponse] }) items: readonly FaqItemResponse[];
}

export class FaqsResponse {
  @ApiProperty({ type: [FaqGroupResponse] }) groups: FaqGroupResponse[];
}
