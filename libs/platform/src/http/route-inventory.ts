import { type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS } from '../auth/access';

/**
 * Stops the boot when a route does not say who may call it (S33).
 * @throws Error naming the routes
 */
export function assertEveryRouteStatesItsAccess(app: INestApplication): void {
  const silent: string[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (!metatype) continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const method = prototype[name];
        if (typeof method !== 'function' || name === 'constructor') continue;
        const isRoute = Reflect.hasMetadata(METHOD_METADATA, method) && Reflect.hasMetadata(PATH_METADATA, method);
        if (isRoute && !Reflect.hasMetadata(ACCESS, method) && !Reflect.hasMetadata(ACCESS, metatype)) {
          silent.push(`${metatype.name}.${name}`);
        }
      }
    }
  }
  if (silent.length > 0) throw new Error(`These routes do not state who may call them: ${silent.join(', ')}`);
}
