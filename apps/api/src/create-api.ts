import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, createLogger, type AppConfig } from '@of/platform';
import { AppModule } from './app.module';
import { serveExplorer } from './openapi';

/** The API as one application object, not yet listening. */
export function createApi(config: AppConfig): Promise<NestFastifyApplication> {
  const logger = createLogger(config.LOG_LEVEL, 'api');
  return createHttpApp(AppModule.forRoot(config, logger), config, logger, serveExplorer);
}
