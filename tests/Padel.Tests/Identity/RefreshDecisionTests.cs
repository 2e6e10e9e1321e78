using Padel.Identity.Sessions;

namespace Padel.Tests.Identity;

public sealed class RefreshDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddDays(1);

    [Fact]
    public void The_newest_token_is_replaced() =>
        Judge(replacedSecondsAgo: null).ShouldBe(RefreshVerdict.Rotate);

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(86_400, false)]
    public void The_previous_token_is_good_for_sixty_seconds_then_ends_the_session(int secondsAgo, bool good) =>
        Judge(secondsAgo).ShouldBe(good ? RefreshVerdict.GiveSuccessor : RefreshVerdict.EndSession);

    [Fact]
    public void An_ended_session_gives_nothing() =>
        RefreshDecision.Judge(null, endedAt: Now.AddSeconds(-1), Later, Now).ShouldBe(RefreshVerdict.Refuse);

    [Fact]
    public void An_expired_session_gives_nothing() =>
        RefreshDecision.Judge(null, null, expiresAt: Now, Now).ShouldBe(RefreshVerdict.Refuse);

    [Fact]
    public void A_session_in_use_lives_on_up_to_its_limit()
    {
        RefreshDecision.ExpiresAt(Now, Now, idleDays: 30, maxDays: 180).ShouldBe(Now.AddDays(30));
        RefreshDecision.ExpiresAt(Now, Now.AddDays(100), idleDays: 30, maxDays: 180).ShouldBe(Now.AddDays(130));
        RefreshDecision.ExpiresAt(Now, Now.AddDays(170), idleDays: 30, maxDays: 180).ShouldBe(Now.AddDays(180));
    }

    private static RefreshVerdict Judge(int? replacedSecondsAgo) =>
        RefreshDecision.Judge(replacedSecondsAgo is { } seconds ? Now.AddSeconds(-seconds) : null, endedAt: null, Later, Now);
}
