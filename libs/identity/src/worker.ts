import { Module } from '@nestjs/common';
import { SendCode } from './one-time-codes/send-code.js';

@Module({ providers: [SendCode] })
export class IdentityWorkerModule {}
