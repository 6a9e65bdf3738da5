import './http/problem-texts';
import { Module } from '@nestjs/common';
import { DropUpload } from './application/drop-upload';
import { FindUpload } from './application/find-upload.query';
import { ListUploads } from './application/list-uploads.query';
import { ReceiveUpload } from './application/receive-upload';
import { StartUpload } from './application/start-upload';
import { UploadLocks } from './application/upload-locks';
import { DocumentsApplicationModule } from './documents-application.module';
import { TusEndpoint } from './http/tus/tus-endpoint';
import { UploadsController } from './http/uploads.controller';

@Module({
  imports: [DocumentsApplicationModule],
  controllers: [UploadsController],
  providers: [StartUpload, ReceiveUpload, FindUpload, ListUploads, DropUpload, UploadLocks, TusEndpoint],
  exports: [DocumentsApplicationModule],
})
export class DocumentsModule {}
