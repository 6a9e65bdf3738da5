import { Global, Module } from '@nestjs/common';
import { OpenAccounts } from '@of/platform';

/** Stands in for the room that knows the accounts where a test runs without it: nobody has one. */
@Global()
@Module({
  providers: [{ provide: OpenAccounts, useValue: { hold: async () => [] } }],
  exports: [OpenAccounts],
})
export class NoAccounts {}
