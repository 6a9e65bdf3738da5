import { Module } from '@nestjs/common';
import { FaqLibrary } from './application/faq-library';
import { ListFaqs } from './application/list-faqs.query';
import { FaqsController } from './http/faqs.controller';

@Module({ controllers: [FaqsController], providers: [FaqLibrary, ListFaqs] })
export class SupportModule {}
