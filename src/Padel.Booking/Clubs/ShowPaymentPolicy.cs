using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;

namespace Padel.Booking.Clubs;

/// <summary>How long courts wait for money at this club, for its manager.</summary>
internal static class ShowPaymentPolicy
{
    public static async Task<Ok<PaymentPolicy>> Handle(StaffMember staff, ClubCatalogue clubs, CancellationToken cancellation) =>
        TypedResults.Ok(PaymentPolicy.Of((await clubs.Find(staff.ClubId, cancellation))!.Payments)); // the staff policy has found the club
}
