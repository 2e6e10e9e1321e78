using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Transfers.Proofs;

/// <summary>Staff look at the newest proof of a transfer: as a file to save, never as a page of ours. (Every answer forbids guessing what it is.)</summary>
internal static class DownloadProof
{
    public static async Task<Results<FileContentHttpResult, Problem>> Handle(
        Guid paymentId, StaffMember staff, HttpContext http, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var found = await connection.QuerySingleOrDefaultAsync<(string ContentType, byte[] Content, string Reference)?>(
            """
            select t.content_type, t.content, p.reference
            from transfer_proofs t join payments p on p.payment_id = t.payment_id
            where t.payment_id = @paymentId and p.club_id = @ClubId order by t.proof_id desc limit 1
            """, new { paymentId, staff.ClubId });
        if (found is not { } proof)
            return new Problem(RequestErrors.NotFound);
        var file = new ProofFile(proof.ContentType, proof.Content);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(file.Content, file.ContentType, $"proof-{proof.Reference}.{file.Extension}");
    }
}
