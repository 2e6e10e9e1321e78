using Padel.Payments.Gateways;
using Padel.Payments.Refunds;
using Padel.Payments.Tasks;

namespace Padel.Tests.Payments.Refunds;

/// <summary>What a gateway's word means for a refund: never paid twice, never forgotten.</summary>
public sealed class RefundDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Done_is_done() => Decide(Sending(), RefundFindingKind.Done).IsDone.ShouldBeTrue();

    [Fact]
    public void A_late_yes_counts_after_a_no() => Decide(Sending() with { Status = RefundStatus.Failed }, RefundFindingKind.Done).IsDone.ShouldBeTrue();

    [Fact]
    public void Refused_fails_and_is_a_task()
    {
        var decision = Decide(Sending(), RefundFindingKind.Refused);
        (decision.Refund.Status, decision.Refund.NextAttemptAt, decision.TaskKind, decision.IsRefused)
            .ShouldBe((RefundStatus.Failed, null, MoneyTaskKinds.RefundFailed, true));
    }

    [Fact]
    public void Refused_again_is_told_once() =>
        Decide(Sending() with { Status = RefundStatus.Failed }, RefundFindingKind.Refused).IsRefused.ShouldBeFalse();

    [Fact]
    public void Pending_is_asked_about_later_by_the_name_the_gateway_gave()
    {
        var decision = RefundDecision.Of(Sending(), new RefundFinding(RefundFindingKind.Pending, "pending", null, "re_1"), repeatable: true, Now);
        (decision.Refund.Status, decision.Refund.GatewayReference, decision.TaskKind).ShouldBe((RefundStatus.Sending, "re_1", null));
        decision.Refund.NextAttemptAt.ShouldNotBeNull().ShouldBeGreaterThan(Now);
    }

    [Fact]
    public void Unknown_is_a_task_at_once_and_asked_about_a_few_times()
    {
        var decision = Decide(Sending(), RefundFindingKind.Unknown);
        (decision.Refund.Status, decision.TaskKind).ShouldBe((RefundStatus.Unknown, MoneyTaskKinds.RefundUnknown));
        decision.Refund.NextAttemptAt.ShouldNotBeNull();
        Decide(Sending() with { Attempts = RefundDecision.MostInquiries }, RefundFindingKind.Unknown).Refund.NextAttemptAt.ShouldBeNull();
    }

    [Fact]
    public void Where_a_repeat_is_safe_it_is_tried_longer() =>
        RefundDecision.Of(Sending() with { Attempts = RefundDecision.MostInquiries }, new RefundFinding(RefundFindingKind.Unknown, null, null, null), repeatable: true, Now)
            .Refund.NextAttemptAt.ShouldNotBeNull();

    [Theory]
    [InlineData(RefundDestination.Wallet)]
    [InlineData(RefundDestination.Cash)]
    public void A_yes_after_staff_settled_it_another_way_pays_nobody_twice_but_is_a_task(string destination)
    {
        var decision = Decide(Settled() with { Destination = destination }, RefundFindingKind.Done);
        (decision.IsDone, decision.TaskKind).ShouldBe((false, MoneyTaskKinds.RefundElsewhere));
    }

    [Fact]
    public void The_second_yes_is_no_news() => Decide(Settled(), RefundFindingKind.Done).ShouldBe(new RefundDecision(Settled()));

    [Fact]
    public void A_no_after_it_was_done_is_a_task() => Decide(Settled(), RefundFindingKind.Refused).TaskKind.ShouldBe(MoneyTaskKinds.RefundElsewhere);

    [Fact]
    public void Out_of_order_news_changes_nothing_that_is_settled()
    {
        Decide(Settled(), RefundFindingKind.Pending).ShouldBe(new RefundDecision(Settled()));
        Decide(Settled(), RefundFindingKind.Unknown).ShouldBe(new RefundDecision(Settled()));
    }

    private static RefundDecision Decide(Refund refund, RefundFindingKind kind) =>
        RefundDecision.Of(refund, new RefundFinding(kind, "code", "Text.", null), repeatable: false, Now);

    private static Refund Sending() => new()
    {
        RefundId = Guid.Empty, Currency = "PKR", AmountMinor = 9000, Destination = RefundDestination.Source, Status = RefundStatus.Sending, Attempts = 1,
        Reference = "R1",
    };

    private static Refund Settled() => Sending() with { Status = RefundStatus.Done, DoneAt = Now };
}
