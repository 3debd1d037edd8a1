-- One request, repeated: wrk … -s request.lua URL -- METHOD BODY [HEADER: VALUE]…
-- At the end prints one line that load.py reads.

function init(arguments)
    wrk.method = arguments[1]
    if arguments[2] ~= "" then wrk.body = arguments[2] end
    for index = 3, #arguments do
        local name, value = arguments[index]:match("^([^:]+): (.*)$")
        wrk.headers[name] = value
    end
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        "RESULT %d %d %d %d %d\n", summary.requests, summary.duration, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(99)
    ))
end
