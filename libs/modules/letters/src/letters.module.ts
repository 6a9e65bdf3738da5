import './http/problem-texts';
import { Module } from '@nestjs/common';
import { LettersController } from './http/letters.controller';
import { LettersApplicationModule } from './letters-application.module';

@Module({
  imports: [LettersApplicationModule],
  controllers: [LettersController],
  exports: [LettersApplicationModule],
})
export class LettersModule {}
