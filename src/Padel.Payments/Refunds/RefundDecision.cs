using Padel.Payments.Gateways;
using Padel.Payments.Tasks;

namespace Padel.Payments.Refunds;

/// <summary>What a gateway's word means for a refund. Pure.</summary>
/// <param name="Refund">As it becomes; <see cref="RefundStatus.Done"/> is written by <see cref="RefundCompletion"/>.</param>
/// <param name="TaskKind">What staff must look at, if anything.</param>
internal sealed record RefundDecision(Refund Refund, bool IsDone = false, bool IsRefused = false, string? TaskKind = null, string? TaskText = null)
{
    /// <summary>How often nobody-knows is asked about before it is left to the staff; where it may be sent again, how often.</summary>
    public const int MostInquiries = 4;
    public const int MostAttempts = 12;

    /// <summary>The longest pause between two looks.</summary>
    private const int LongestPauseMinutes = 240;

    /// <param name="repeatable">Sending it again cannot pay twice.</param>
    public static RefundDecision Of(Refund refund, RefundFinding finding, bool repeatable, DateTimeOffset now) =>
        refund.Status is RefundStatus.Done or RefundStatus.Declined or RefundStatus.NeedsApproval or RefundStatus.Manual
            ? Late(refund, finding)
            : finding.Kind switch
            {
                RefundFindingKind.Done => new(refund with { GatewayReference = finding.GatewayReference ?? refund.GatewayReference }, IsDone: true),
                RefundFindingKind.Refused when refund.Status == RefundStatus.Failed => new(refund),
                RefundFindingKind.Refused => Refused(refund, finding),
                RefundFindingKind.Pending => Pending(refund, finding, now),
                _ => Unknown(refund, finding, repeatable, now),
            };

    // It is settled here already. The gateway's word counts only where it contradicts that.
    private static RefundDecision Late(Refund refund, RefundFinding finding)
    {
        var bySource = refund is { Status: RefundStatus.Done, Destination: RefundDestination.Source };
        return finding.Kind switch
        {
            RefundFindingKind.Done when !bySource => new(refund, TaskKind: MoneyTaskKinds.RefundElsewhere,
                TaskText: $"The gateway says that it sent {refund.Amount} back ({refund.Reference}), but here it went another way."),
            RefundFindingKind.Refused when bySource => new(refund, TaskKind: MoneyTaskKinds.RefundElsewhere,
                TaskText: $"The gateway took refund {refund.Reference} of {refund.Amount} back after it was done."),
            _ => new(refund),
        };
    }

    private static RefundDecision Refused(Refund refund, RefundFinding finding) => new(
        refund with
        {
            Status = RefundStatus.Failed, NextAttemptAt = null, FailureCode = finding.Code ?? "refused", FailureText = finding.Text,
            GatewayReference = finding.GatewayReference ?? refund.GatewayReference,
        },
        IsRefused: true, TaskKind: MoneyTaskKinds.RefundFailed, TaskText: $"{refund.Amount} could not go back: {finding.Text ?? "the gateway refused."}");

    private static RefundDecision Pending(Refund refund, RefundFinding finding, DateTimeOffset now) => new(refund with
    {
        Status = RefundStatus.Sending, GatewayReference = finding.GatewayReference ?? refund.GatewayReference, NextAttemptAt = now + Pause(refund),
    });

    private static RefundDecision Unknown(Refund refund, RefundFinding finding, bool repeatable, DateTimeOffset now)
    {
        var again = refund.Attempts < (repeatable ? MostAttempts : MostInquiries);
        return new(
            refund with
            {
                Status = RefundStatus.Unknown, NextAttemptAt = again ? now + Pause(refund) : null, FailureCode = finding.Code ?? NoAnswer.Unreadable,
                FailureText = finding.Text ?? "Nobody knows yet whether the money went.",
            },
            TaskKind: MoneyTaskKinds.RefundUnknown,
            TaskText: $"Look at the gateway's own pages whether {refund.Amount} went back ({refund.Reference}); then send it again or settle it.");
    }

    private static TimeSpan Pause(Refund refund) => TimeSpan.FromMinutes(Math.Min(1 << Math.Clamp(refund.Attempts, 0, 10), LongestPauseMinutes));
}
