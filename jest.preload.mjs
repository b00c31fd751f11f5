// Nest 12 is ESM only. Loading it before any test file keeps CommonJS add-ons that require it
// from meeting a half-loaded module.
import { jest } from '@jest/globals';
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';

// A busy machine is slow, and that is no failure: what a test waits for has its own deadline.
jest.setTimeout(60_000);
