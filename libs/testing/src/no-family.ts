import { Global, Module } from '@nestjs/common';
import { SubjectAccess } from '@of/platform';

/** Stands in for the room that knows the families where a test runs without it: everybody acts for themselves only. */
@Global()
@Module({
  providers: [{ provide: SubjectAccess, useValue: { allowedSubjects: async (insuredId: string) => [insuredId] } }],
  exports: [SubjectAccess],
})
export class NoFamily {}
