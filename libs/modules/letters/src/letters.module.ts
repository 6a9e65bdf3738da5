import './http/problem-texts';
import { Module } from '@nestjs/common';
import { LettersController } from './http/letters.controller';
import { PostboxArchiveController } from './http/postbox-archive.controller';
import { PostboxController } from './http/postbox.controller';
import { LettersApplicationModule } from './letters-application.module';

@Module({
  imports: [LettersApplicationModule],
  controllers: [LettersController, PostboxController, PostboxArchiveController],
  exports: [LettersApplicationModule],
})
export class LettersModule {}
