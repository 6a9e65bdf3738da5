import { problemOf, type Language } from '@of/platform';
import { type FileProblemCode } from '../domain/file-problem';
import { uploadLimits } from '../domain/upload-limits';
import { FileRefused } from '../domain/upload.errors';
import type { Upload } from '../application/find-upload.query';
import type { UploadLimitsResponse, UploadResponse } from './dto/upload.response';

export function presentUpload(upload: Upload, language: Language): UploadResponse {
  const { id, name, size, received, state, mediaType, problem, problemParams } = upload;
  const refusal = problem && new FileRefused(problem as FileProblemCode, problemParams ?? {});
  return {
    id,
    name,
    isFromDevice: upload.isFromDevice,
    size,
    received,
    state,
    mediaType,
    pageCount: upload.sheets,
    createdAt: upload.createdAt.toISOString(),
    expiresAt: upload.expiresAt.toISOString(),
    problem: refusal ? problemOf(refusal, { language, instance: `/api/v1/uploads/${id}` }) : null,
  };
}

export function presentLimits(isScanned: boolean): UploadLimitsResponse {
  const { mediaTypes, fileBytes, caseBytes, imagePixels, pages, filesPerDay } = uploadLimits;
  return { mediaTypes: [...mediaTypes], fileBytes, caseBytes, imagePixels, pages, filesPerDay, isScanned };
}
