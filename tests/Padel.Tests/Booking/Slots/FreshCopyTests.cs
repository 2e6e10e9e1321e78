using Padel.Booking.Availability;

namespace Padel.Tests.Booking.Slots;

public sealed class FreshCopyTests
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(750);
    private readonly FakeClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly Queue<TaskCompletionSource<string>> _loads = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_load()
    {
        var copy = Copy();
        var load = NextLoad();
        var askers = Enumerable.Range(0, 50).Select(_ => copy.Load(Cancellation)).ToList();
        load.SetResult("first");
        (await Task.WhenAll(askers)).ShouldAllBe(value => value == "first");
        _loads.ShouldBeEmpty();
        copy.Young.ShouldBe("first");
    }

    [Fact]
    public async Task It_is_young_for_its_age_and_no_longer()
    {
        var copy = Copy();
        NextLoad().SetResult("first");
        NextLoad(); // the renewal, which never comes back
        await copy.Load(Cancellation);
        _clock.Advance(MaxAge - TimeSpan.FromTicks(1));
        copy.Young.ShouldBe("first");
        _clock.Advance(TimeSpan.FromTicks(1));
        copy.Young.ShouldBeNull();
    }

    [Fact]
    public async Task Past_half_its_life_it_is_renewed_while_the_old_one_is_given()
    {
        var copy = Copy();
        NextLoad().SetResult("first");
        var renewal = NextLoad();
        await copy.Load(Cancellation);

        _clock.Advance(MaxAge / 2);
        copy.Young.ShouldBe("first");
        copy.Young.ShouldBe("first");
        await WaitUntil(() => _loads.Count == 0);
        renewal.SetResult("second");
        await WaitUntil(() => copy.Young == "second");

        _clock.Advance(MaxAge / 4);
        copy.Young.ShouldBe("second");
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_the_copy_to_grow_old()
    {
        var copy = Copy();
        NextLoad().SetResult("first");
        NextLoad().SetException(new TimeoutException());
        NextLoad().SetResult("third");
        await copy.Load(Cancellation);
        _clock.Advance(MaxAge / 2);
        copy.Young.ShouldBe("first");
        await WaitUntil(() => _loads.Count == 1);
        _clock.Advance(MaxAge / 2);
        copy.Young.ShouldBeNull();
        (await copy.Load(Cancellation)).ShouldBe("third");
    }

    [Fact]
    public async Task What_a_load_found_that_began_before_an_eviction_is_not_kept()
    {
        var copy = Copy();
        var (slow, fresh) = (NextLoad(), NextLoad());
        var early = copy.Load(Cancellation);
        await WaitUntil(() => _loads.Count == 1);

        copy.Evict();
        var late = copy.Load(Cancellation);
        fresh.SetResult("after the commit");
        (await late).ShouldBe("after the commit");

        slow.SetResult("before the commit");
        (await early).ShouldBe("before the commit");
        copy.Young.ShouldBe("after the commit");
    }

    [Fact]
    public async Task A_load_that_fails_is_told_and_the_next_one_tries_again()
    {
        var copy = Copy();
        NextLoad().SetException(new TimeoutException());
        NextLoad().SetResult("second");
        await Should.ThrowAsync<TimeoutException>(() => copy.Load(Cancellation));
        (await copy.Load(Cancellation)).ShouldBe("second");
    }

    [Fact]
    public async Task Someone_who_gives_up_does_not_take_the_load_from_the_others()
    {
        var copy = Copy();
        var load = NextLoad();
        using var impatient = new CancellationTokenSource();
        var gone = copy.Load(impatient.Token);
        var patient = copy.Load(Cancellation);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        load.SetResult("there");
        (await patient).ShouldBe("there");
    }

    private FreshCopy<string> Copy() => new(_clock, MaxAge, _ => _loads.Dequeue().Task);

    private TaskCompletionSource<string> NextLoad()
    {
        var load = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loads.Enqueue(load);
        return load;
    }

    private static async Task WaitUntil(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(1, Cancellation);
    }
}
