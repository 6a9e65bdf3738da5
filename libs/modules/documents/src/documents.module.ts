import './http/problem-texts';
import { Module } from '@nestjs/common';
import { DocumentsApplicationModule } from './documents-application.module';

@Module({
  imports: [DocumentsApplicationModule],
  exports: [DocumentsApplicationModule],
})
export class DocumentsModule {}
