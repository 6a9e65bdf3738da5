module.exports = async () => {
  for (const service of /** @type {any} */ (globalThis).__startedServices?.splice(0) ?? []) await service.stop();
};
