/** One route for each thing that the outside world tells: never refused, judged in the workflow. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import type { SignalName } from '../../domain/complaint/signals.js';
import { For, Who } from '../kernel/access.js';
import { NoAct } from '../kernel/acts.js';
import { inputClass } from '../kernel/derived-input.js';
import { InputPipe } from '../kernel/input-pipe.js';
import { Described } from '../openapi/described.js';
import { signalInputName } from '../openapi/input-names.js';
import { text } from '../openapi/schema.js';
import { Conditions, type RequestConditions } from '../kernel/conditions.js';
import { followRoles } from './filing.js';
import { CommandDesk } from './giving.js';
import { signalShapes } from './signal-inputs.js';

@Controller('api/complaints')
@NoAct()
@For(...followRoles)
export class SignalsController {
  constructor(private readonly desk: CommandDesk) {}

  @Post(':id/signals/followedUp')
  @HttpCode(202)
  @Described({
    id: 'tell_followedUp',
    summary: 'Signal followedUp; new content is filed as a complaint of its own',
    params: { id: text },
    body: signalInputName('followedUp'),
    headers: ['Idempotency-Key'],
    answers: { 202: 'FollowUp' },
    problems: [400, 404, 409],
  })
  followedUp(
    @Who() viewer: Viewer,
    @Param('id') id: string,
    @Conditions() { key }: RequestConditions,
    @Body(new InputPipe(inputClass(signalInputName('followedUp'), signalShapes.followedUp))) said: object,
  ) {
    return this.desk.followedUp(viewer, id, said, key);
  }

  static {
    const { followedUp: _, ...others } = signalShapes;
    for (const [name, shape] of Object.entries(others)) {
      const target = this.prototype as unknown as Record<string, unknown>;
      target[name] = async function (this: SignalsController, viewer: Viewer, id: string, data: object): Promise<void> {
        await this.desk.tell(viewer, id, name as SignalName, data);
      };
      const parameters = [Who(), Param('id'), Body(new InputPipe(inputClass(signalInputName(name), shape)))];
      parameters.forEach((decorate, i) => decorate(target, name, i));
      Reflect.defineMetadata('design:paramtypes', [Object, String, Object], target, name);
      const descriptor = Object.getOwnPropertyDescriptor(target, name) as PropertyDescriptor;
      const described = Described({
        id: `tell_${name}`,
        summary: `Signal ${name}`,
        params: { id: text },
        body: signalInputName(name),
        answers: { 202: undefined },
        problems: [400, 404, 409],
      });
      for (const decorate of [Post(`:id/signals/${name}`), HttpCode(202), described])
        decorate(target, name, descriptor);
    }
  }
}
