import { Module } from '@nestjs/common';
import { CleanIdentity } from './cleanup/clean-identity.js';
import { SendCode } from './one-time-codes/send-code.js';

@Module({ providers: [SendCode, CleanIdentity] })
export class IdentityWorkerModule {}
