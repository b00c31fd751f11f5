// Nest 12 is ESM only. Loading it before any test file keeps CommonJS add-ons that require it
// from meeting a half-loaded module.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
